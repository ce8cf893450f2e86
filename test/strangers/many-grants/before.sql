create schema s; create table s.t (id int, a text, b text); create view s.v as select * from s.t;
grant usage on schema s to anon with grant option;
grant select, update (a) on s.t to anon; grant select on s.t to authenticated with grant option; grant all on s.v to public;
create function s.f() returns int language sql return 1; revoke all on function s.f() from public; grant execute on function s.f() to anon with grant option;
create type s.e as enum ('a'); revoke usage on type s.e from public; create domain s.d as int; grant usage on domain s.d to anon;
create sequence s.q; grant usage on sequence s.q to anon; grant create on schema public to authenticated;
