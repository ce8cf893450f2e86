insert into ev values (1);
