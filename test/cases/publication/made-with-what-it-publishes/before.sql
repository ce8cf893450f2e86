create schema app;
create table public.t (a integer primary key, b integer);
create publication gone for table public.t (a);
create table public.old (a integer primary key);
create publication stays for table public.t, public.old;
