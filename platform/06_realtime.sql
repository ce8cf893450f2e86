-- The publication that Realtime follows: empty at first, for migrations to add their tables to.
-- Left out: the service itself. Messages for channels are in the next file.
create publication supabase_realtime with (publish = 'insert, update, delete, truncate');
alter publication supabase_realtime owner to postgres;
