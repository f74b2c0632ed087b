"""Reminders as each platform keeps them: texts, made from a time and days. Nothing is installed here."""
