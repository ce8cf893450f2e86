-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.reply
  drop constraint reply_letter_id_fkey,
  alter column letter_id type text;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.letter
  alter column id drop default,
  alter column id type text,
  alter column id set default md5((random())::text);
-- ! data_loss, breaks_clients
drop sequence public.letter_id_seq;
-- ! scan, blocks_writes
alter table public.reply
  add constraint reply_letter_id_fkey foreign key (letter_id)
    references public.letter (id);

-- down
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.reply
  drop constraint reply_letter_id_fkey,
  alter column letter_id type bigint using letter_id::bigint;
create sequence public.letter_id_seq
  owned by public.letter.id;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.letter
  alter column id drop default,
  alter column id type bigint using id::bigint,
  alter column id set default nextval('public.letter_id_seq'::regclass);
select pg_catalog.setval('public.letter_id_seq', pg_catalog.max(id))
from public.letter
having pg_catalog.max(id) >= (select last_value from public.letter_id_seq);
-- ! scan, blocks_writes
alter table public.reply
  add constraint reply_letter_id_fkey foreign key (letter_id)
    references public.letter (id);
