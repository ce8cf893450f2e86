-- The publication that Realtime follows: empty at first, for migrations to add to.
-- Left out: realtime.messages and its functions, and the service itself.
create publication supabase_realtime with (publish = 'insert, update, delete, truncate');
alter publication supabase_realtime owner to postgres;
