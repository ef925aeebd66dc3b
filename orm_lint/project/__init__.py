"""What a Django project consists of: its files, the names in them, its settings and its model graph."""
