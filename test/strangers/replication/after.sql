create table public.users (id bigint primary key, email text not null, password text, active boolean not null default true, unique (email));
create table public.posts (id bigint primary key, author bigint, body text, deleted boolean not null default false, hidden boolean not null default false);
create schema other;
create table other.t (id int primary key);
create table other.u (id int primary key);
create publication everything for all tables with (publish = 'insert, update');
create publication "some" for table public.users (id, email, active), table public.posts where (not deleted);
create publication by_schema for table other.u with (publish_via_partition_root);
alter table public.users replica identity using index users_email_key;
