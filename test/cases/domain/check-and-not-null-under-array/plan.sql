-- up
drop view public.first_mails;
alter domain public.mails rename to mails_old;
alter domain public.mail rename to mail_old;
alter domain public.word rename to word_old;
-- ! fails_on_rows
create domain public.word as text
  constraint trimmed check ((value = btrim(value)))
  constraint word_check check ((value <> ''::text));
-- ! fails_on_rows
create domain public.mail as public.word
  not null
  constraint has_at check (((value)::text ~~ '%_@_%'::text));
-- ! fails_on_rows
create domain public.mails as public.mail[];
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column one type public.mail,
  alter column words drop default,
  alter column words type public.word[] using words::text[],
  alter column words set default '{a}'::public.word[],
  alter column mails type public.mails using mails::text::public.mails;
create view public.first_mails as
 select id,
    mails[1] as mail
   from public.people;
drop domain public.mails_old;
drop domain public.mail_old;
drop domain public.word_old;

-- down
alter domain public.word
  drop constraint trimmed;
drop view public.first_mails;
alter domain public.mails rename to mails_old;
alter domain public.mail rename to mail_old;
-- ! fails_on_rows
create domain public.mail as public.word
  constraint has_at check (((value)::text ~~ '%@%'::text));
-- ! fails_on_rows
create domain public.mails as public.mail[];
-- ! rewrite, scan, blocks_reads
alter table public.people
  alter column one type public.mail,
  alter column mails type public.mails using mails::text::public.mails;
create view public.first_mails as
 select id,
    mails[1] as mail
   from public.people;
drop domain public.mails_old;
drop domain public.mail_old;
