create collation public.german (provider = icu, locale = 'de-u-co-phonebk');
create collation public.ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table public.names (id int primary key, name text collate public.ci, code varchar(10) collate "C" unique);
