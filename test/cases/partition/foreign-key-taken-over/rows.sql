insert into r values (1); insert into p values (1);
