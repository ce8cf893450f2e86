create schema "a.b";
create schema a;
create table "a.b".c (id bigint, n integer);
create table a."b.c" (id integer, m integer);
create function "a.b".f() returns bigint language sql as 'select 1';
create type a."b.t" as enum ('y', 'x');
create type "a.b".t as enum ('x', 'z');
create table public.t (x a."b.t", y "a.b".t default 'z');
