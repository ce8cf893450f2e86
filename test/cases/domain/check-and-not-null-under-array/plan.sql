-- up
-- ! blocks_reads
alter table public.people
  alter column one type text using one::text;
drop view public.first_mails;
-- ! blocks_reads
alter table only public.people
  alter column words drop default;
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column words type text[] using words::text[];
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column mails type text using mails::text;
drop domain public.mails;
drop domain public.mail;
drop domain public.word;
-- ! fails_on_rows
create domain public.word as text
  constraint trimmed check ((value = btrim(value)))
  constraint word_check check ((value <> ''::text));
revoke all on domain public.word from public;
grant usage on domain public.word to public;
-- ! fails_on_rows
create domain public.mail as public.word
  not null
  constraint has_at check (((value)::text ~~ '%_@_%'::text));
revoke all on domain public.mail from public;
grant usage on domain public.mail to public;
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column one type public.mail;
-- ! fails_on_rows
create domain public.mails as public.mail[];
revoke all on domain public.mails from public;
grant usage on domain public.mails to public;
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column words type public.word[];
-- ! blocks_reads
alter table only public.people
  alter column words set default '{a}'::public.word[];
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column mails type public.mails using mails::public.mails;
create view public.first_mails as
 select id,
    mails[1] as mail
   from public.people;

-- down
alter domain public.word
  drop constraint trimmed;
-- ! blocks_reads
alter table public.people
  alter column one type text using one::text;
drop view public.first_mails;
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column mails type text using mails::text;
drop domain public.mails;
drop domain public.mail;
-- ! fails_on_rows
create domain public.mail as public.word
  constraint has_at check (((value)::text ~~ '%@%'::text));
revoke all on domain public.mail from public;
grant usage on domain public.mail to public;
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column one type public.mail;
-- ! fails_on_rows
create domain public.mails as public.mail[];
revoke all on domain public.mails from public;
grant usage on domain public.mails to public;
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column mails type public.mails using mails::public.mails;
create view public.first_mails as
 select id,
    mails[1] as mail
   from public.people;
