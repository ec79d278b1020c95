"""Other programs and our pictures: what they read in them, what they leave of them, what we read in theirs; and what the command line does with files."""
