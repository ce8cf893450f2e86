create table public.stays (a integer);
