"""The strings of a prompt that are to be read, and all that its words say of each."""
