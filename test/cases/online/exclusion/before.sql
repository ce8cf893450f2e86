create table public.stays (room int4range, owner text);
