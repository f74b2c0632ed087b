"""What is asked before and after a session, as pages that every face shows in its own way and answers with keys."""
