-- superuser, of the plan too
create foreign data wrapper w;
create server far type 'a' foreign data wrapper w;
create user mapping for anon server far options (user 'a', password 'opensesame', pin 'opensesame');
