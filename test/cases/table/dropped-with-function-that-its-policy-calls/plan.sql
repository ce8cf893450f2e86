-- up
drop policy own on app.users;
-- ! breaks_clients
drop function app.f();
-- ! breaks_clients
drop publication pub;
-- ! breaks_clients
drop view app.active;
create table public.x (
  id integer
);
-- ! data_loss, breaks_clients
drop table app.posts;
-- ! data_loss, breaks_clients
drop table app.users;
-- ! breaks_clients
drop type app.state;
-- ! breaks_clients
drop schema app;

-- down
create schema app;
-- ! opens_access
alter default privileges for role postgres in schema app
  grant select on tables to anon;
create type app.state as enum (
  'new',
  'old'
);
create sequence app.posts_id_seq
  as integer;
create table app.posts (
  id integer not null default nextval('app.posts_id_seq'::regclass),
  user_id bigint,
  constraint posts_pkey primary key (id)
);
revoke all on table app.posts from anon;
alter sequence app.posts_id_seq owned by app.posts.id;
create table app.users (
  id bigint not null generated always as identity,
  state app.state default 'new'::app.state,
  up bigint,
  constraint users_pkey primary key (id)
);
revoke all on table app.users from anon;
-- ! opens_access
create publication pub
  for table app.users;
-- ! data_loss, breaks_clients
drop table public.x;
alter table app.posts
  add constraint posts_user_id_fkey foreign key (user_id)
    references app.users (id);
alter table app.users
  add constraint users_up_fkey foreign key (up)
    references app.users (id);
-- ! opens_access
create view app.active as
 select id,
    state,
    up
   from app.users;
revoke all on table app.active from anon;
-- ! opens_access
create function app.f()
returns setof app.active
language sql
as $$select * from app.active$$;
-- ! opens_access
create policy own on app.users
  for all
  to public
  using (exists ( select
   from app.f() f(id, state, up)));
