create domain public.word as text check (value <> '');
create domain public.mail as public.word constraint has_at check (value like '%@%');
create domain public.mails as public.mail[];
create table public.people (id int primary key, mails public.mails, words public.word[] default '{a}', one public.mail);
create view public.first_mails as select id, mails[1] as mail from public.people;
