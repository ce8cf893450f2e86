create function zhelp(v text) returns boolean language plpgsql immutable as $$ begin return v <> 'a'; end $$;
create function chk(v text) returns boolean language plpgsql immutable as $$ begin return zhelp(v); end $$;
create domain d as text check (chk(value));
create table t (a d default 'x');
