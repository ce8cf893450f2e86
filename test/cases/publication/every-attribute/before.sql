-- superuser, of the plan too
create schema news;
create table public.notes (id integer primary key, body text, secret text);
create table public.more (id integer primary key);
create table news.items (id integer primary key);
create publication plain for table public.notes;
create publication rest for table public.notes (id, body) where (id > 5), public.more with (publish = 'insert');
