create schema app;
create table public.stays (a integer);
