create schema s; create table s.t (id int, a text, b text); create view s.v as select * from s.t;
grant usage on schema s to anon; grant create on schema s to authenticated;
grant update on s.t to anon; grant select (b), references (id) on s.t to anon; grant select on s.t to authenticated; grant insert (id) on s.v to authenticated;
create function s.f() returns int language sql return 1; grant execute on function s.f() to anon;
create type s.e as enum ('a'); grant usage on type s.e to anon; create domain s.d as int; revoke usage on domain s.d from public;
create sequence s.q; grant select, update on sequence s.q to anon with grant option; revoke usage on schema public from public;
