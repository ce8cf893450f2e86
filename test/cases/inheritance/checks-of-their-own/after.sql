create table public.p (
  a integer,
  constraint k check (a > 0) no inherit,
  constraint l check (a < 9)
);
create table public.c (constraint l check (a < 9)) inherits (public.p);
create table public.z (constraint l check (a < 9)) inherits (public.p);
create table public.d (constraint l check (a < 9)) inherits (public.z);
create table public.e () inherits (public.d);
create table public.q (a integer, constraint s check (a < 8)) partition by list (a);
create table public.q_1 (a integer, constraint s check (a < 8));
alter table public.q attach partition public.q_1 for values in (1);
