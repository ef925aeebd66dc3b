"""What conventions have in common: members of classes, what is declared in them, what happens to one row."""
