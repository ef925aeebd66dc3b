"""The verdicts of readers on findings in real projects, and their tally."""
