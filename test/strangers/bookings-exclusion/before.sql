create extension if not exists btree_gist;
create table public.rooms (id int primary key, name text);
create table public.bookings (
  id int generated always as identity (start with 100 increment by 5 cache 3) primary key,
  room int not null references public.rooms,
  during tstzrange not null,
  cancelled boolean not null default false,
  constraint no_overlap exclude using gist (room with =, during with &&)
);
insert into public.rooms values (1, 'a');
insert into public.bookings (room, during) values (1, '[2024-01-01,2024-01-02)');
