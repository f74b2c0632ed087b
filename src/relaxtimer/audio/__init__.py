"""Sound as samples: clips, the files they come from and go to, and how loud they are. It plays nothing."""
