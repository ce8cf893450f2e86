create function public."F o"(a integer) returns integer language sql as 'select a';
