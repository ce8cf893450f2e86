insert into public."My Table" values (1, 'x', 2, '[1,2)');
insert into public."other.table" values (1, 'x', 2);
