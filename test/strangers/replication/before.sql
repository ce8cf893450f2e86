create table public.users (id int primary key, email text, password text, active boolean not null default true);
create table public.posts (id int primary key, author int, body text, deleted boolean not null default false);
create schema other;
create table other.t (id int primary key);
create publication everything for all tables;
create publication "some" for table public.users (id, email), table public.posts where (not deleted);
create publication by_schema for tables in schema other;
alter table public.posts replica identity full;
