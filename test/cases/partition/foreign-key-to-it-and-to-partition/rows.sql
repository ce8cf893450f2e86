insert into p values (1); insert into r values (1);
