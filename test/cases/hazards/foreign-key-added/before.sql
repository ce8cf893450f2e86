-- The referencing table is scanned. The referenced one is looked up as the planner likes: by its key, or in whole where
-- there are rows to look for (tried); its lock says enough.
create table public.p (id integer primary key);
create table public.c (id integer primary key, p integer);
