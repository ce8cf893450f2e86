create table public.stays (room int4range, owner text, constraint stays_room_excl exclude using gist (room with &&));
