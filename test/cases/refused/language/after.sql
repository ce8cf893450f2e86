-- superuser, of the plan too
create language kept handler plpgsql_call_handler;
create language comes handler plpgsql_call_handler;
create trusted language changes handler plpgsql_call_handler;
comment on language kept is 'one';
