-- superuser, of the plan too
create schema news;
create table public.notes (id integer primary key, body text, secret text);
create table public.more (id integer primary key);
create table news.items (id integer primary key);
create publication plain for table public.notes (id, secret), public.more with (publish = 'update, delete', publish_via_partition_root);
comment on publication plain is 'Plain';
create publication rest for tables in schema news, table public.notes with (publish = 'truncate');
create publication "Some ""odd"" one";
create publication none_of_it with (publish = '');
