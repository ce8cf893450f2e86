create table public.o (a integer);
create domain public.short as text collate "C" default 'x' not null constraint c check (length(value) < 5) constraint d check (value <> '');
comment on domain public.short is 'S';
comment on constraint c on domain public.short is 'C';
revoke usage on type public.short from public;
create table public.t (a public.short, b public.short[]);
