create collation public.german (provider = icu, locale = 'de-u-co-phonebk');
create table public.names (id int primary key, name text collate public.german, code text collate "C");
create index names_c on public.names (name collate "C" text_pattern_ops desc nulls last);
