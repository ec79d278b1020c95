"""Makes `foreign` known to the tests beside it: pytest imports test files one by one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
