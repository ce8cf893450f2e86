-- superuser, of the plan too
create foreign data wrapper one;
create foreign data wrapper two;
create server far type 'a' foreign data wrapper one options (host 'h');
create user mapping for anon server far options (user 'u');
create server near foreign data wrapper one;
