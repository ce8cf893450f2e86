create domain public.word as text check (value <> '') constraint trimmed check (value = btrim(value));
create domain public.mail as public.word not null constraint has_at check (value like '%_@_%');
create domain public.mails as public.mail[];
create table public.people (id int primary key, mails public.mails, words public.word[] default '{a}', one public.mail);
create view public.first_mails as select id, mails[1] as mail from public.people;
