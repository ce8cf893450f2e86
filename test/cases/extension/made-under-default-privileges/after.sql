-- platform
create table public.o (a integer);
-- Its functions get what the platform grants on functions in this schema.
create extension citext with schema public;
