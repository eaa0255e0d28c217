// Stars: the sessions that a visitor chose, kept in this browser alone.
