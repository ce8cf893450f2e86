create schema "a.b";
create schema a;
create table "a.b".c (id integer);
create table a."b.c" (id integer);
create function "a.b".f() returns integer language sql as 'select 1';
create type a."b.t" as enum ('x');
create type "a.b".t as enum ('x');
create table public.t (x a."b.t", y "a.b".t);
