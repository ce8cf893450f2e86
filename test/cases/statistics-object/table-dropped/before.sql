create schema app;
create table public.stays (a integer);
create table public.t (a integer, b integer);
create statistics app.st on a, b from public.t;
