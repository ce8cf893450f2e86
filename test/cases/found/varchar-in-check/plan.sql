-- up
create table public.kind (
  id integer,
  word varchar(50) not null,
  constraint known_word check (((word)::text = any ((array['a'::varchar, 'b'::varchar, 'c'::varchar])::text[])))
);

-- down
-- ! data_loss, breaks_clients
drop table public.kind;
